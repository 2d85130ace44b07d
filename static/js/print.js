// Puts a button in place of the words that say how to print: <p data-print="Print this page">.
// A page with data-printed="address" tells there that it was printed, by button or by browser.
for (const place of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = place.dataset.print;
  button.addEventListener("click", () => window.print());
  place.replaceWith(button);
}

const recorded = document.querySelector("[data-printed]");
if (recorded) {
  window.addEventListener("beforeprint", () => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    const body = new URLSearchParams({ csrfmiddlewaretoken: token ? token.value : "" });
    const address = recorded.dataset.printed;
    fetch(address, { method: "POST", credentials: "same-origin", keepalive: true, body });
  });
}
