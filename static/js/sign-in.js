// Says on the page, and not only in the console, that a passkey could not be used.
const problem = document.getElementById("passkey-problem");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  problem.hidden = false;
  problem.scrollIntoView();
});
