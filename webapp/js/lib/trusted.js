const policy = globalThis.trustedTypes?.createPolicy('warren', { createHTML: (html) => html });

/**
 * HTML that comes from the server's sanitizer, as browsers with Trusted Types want to be told: the policy of
 * this page lets nothing else become markup.
 */
export function trusted(html) {
  return policy ? policy.createHTML(html) : html;
}
