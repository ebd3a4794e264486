const MOMENT = 1_000;

/**
 * After a session has ended: registering or a new password, in another window, has begun another one in
 * this browser. Then the page comes back as whoever that is.
 */
export function comeBack(base) {
  setTimeout(async () => {
    const answer = await fetch(`${base}/api/me`).catch(() => null);
    if (answer?.ok) {
      location.reload();
    }
  }, MOMENT);
}
