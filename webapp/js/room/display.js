const deleted = document.getElementById('message').dataset.deletedAccount;

/** The name under which a person is shown; a deleted account has one in each reader's language. */
export function displayOf(person) {
  return person.name.startsWith('deleted-') ? deleted : person.display;
}
