// Shows how far sending files has come, and lets somebody stop. Without this file the browser sends
// the form by itself; the page that comes back is the same.
const main = document.getElementById("main-content");

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
  const bar = sending.querySelector("progress");
  const told = sending.querySelector("[data-told]");
  const request = new XMLHttpRequest();
  let tens = -1;

  function say(percent) {
    bar.value = percent;
    const words = percent < 100 ? `${percent}% sent` : "All sent. The files are being checked.";
    // A screen reader hears every tenth per cent, not every one.
    if (Math.floor(percent / 10) !== tens) {
      tens = Math.floor(percent / 10);
      told.textContent = words;
    }
  }

  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) say(Math.floor((100 * event.loaded) / event.total));
  });
  request.addEventListener("load", () => show(request));
  request.addEventListener("error", () => again(form, sending, "The connection was lost, and the files were not added. Try again."));
  request.addEventListener("abort", () => again(form, sending, "Stopped. The files were not added."));
  sending.querySelector("[data-stop]").onclick = () => request.abort();
  request.open("POST", form.action);
  request.responseType = "document";
  request.send(new FormData(form));
  form.hidden = true;
  sending.hidden = false;
  turn(sending, true);
  say(0);
  sending.querySelector("[data-stop]").focus();
}

function again(form, sending, words) {
  form.hidden = false;
  turn(sending, false);
  sending.querySelector("[data-told]").textContent = words;
  form.querySelector("input[type=file]").focus();
}

function turn(sending, on) {
  for (const part of sending.querySelectorAll("label, progress, button")) part.hidden = !on;
  // Going on would end the sending.
  for (const way of main.querySelectorAll("[data-on]")) way.hidden = on;
}

function show(request) {
  const page = request.response;
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
