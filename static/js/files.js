// Shows how far sending files has come, and lets somebody stop. Without this file the browser sends
// the form by itself; the page that comes back is the same.
const main = document.getElementById("main-content");
const LOST = "The connection was lost. Load this page again to see which files were added.";
const STOPPED = "Stopped. The files were not added.";

function start() {
  const form = main.querySelector("[data-files]");
  form.addEventListener("submit", (event) => {
    if (form.querySelector("input[type=file]").files.length) {
      event.preventDefault();
      send(form);
    }
  });
}

function send(form) {
  const sending = main.querySelector("[data-sending]");
  const stop = sending.querySelector("[data-stop]");
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) say(sending, Math.floor((100 * event.loaded) / event.total));
  });
  // Whoever stops now would not know whether the files were taken.
  request.upload.addEventListener("load", () => {
    stop.hidden = true;
    sending.querySelector("[data-told]").focus();
  });
  request.addEventListener("load", () => show(request.response));
  request.addEventListener("error", () => again(form, sending, LOST));
  request.addEventListener("abort", () => again(form, sending, STOPPED));
  stop.onclick = () => request.abort();
  request.open("POST", form.action);
  request.responseType = "document";
  request.send(new FormData(form));
  turn(form, sending, true);
  say(sending, 0);
  stop.focus();
}

function say(sending, percent) {
  const bar = sending.querySelector("progress");
  const words = percent < 100 ? `${percent}% sent` : "All sent. The files are being checked.";
  // A screen reader hears every tenth per cent, not every one.
  if (percent === 0 || Math.floor(percent / 10) > Math.floor(bar.value / 10)) {
    sending.querySelector("[data-told]").textContent = words;
  }
  bar.value = percent;
}

function again(form, sending, words) {
  turn(form, sending, false);
  sending.querySelector("[data-told]").textContent = words;
  form.querySelector("input[type=file]").focus();
}

function turn(form, sending, on) {
  form.hidden = on;
  sending.hidden = false;
  for (const part of sending.querySelectorAll("label, progress, button")) part.hidden = !on;
  // Going on would end the sending.
  for (const way of main.querySelectorAll("[data-on]")) way.hidden = on;
}

function show(page) {
  if (!page || !page.getElementById("main-content")) {
    location.reload();
    return;
  }
  document.title = page.title;
  main.replaceChildren(...page.getElementById("main-content").childNodes);
  const summary = main.querySelector(".govuk-error-summary");
  const heading = summary || main.querySelector("#added") || main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
  if (main.querySelector("[data-files]")) start();
}

start();
