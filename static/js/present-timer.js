// A quiet timer of seven minutes: it starts when it is told to, makes no sound and does not flash.

const SEVEN = 7 * 60 * 1000;

export function startTimer(box) {
  const shown = box.querySelector("[data-timer-left]");
  const toggle = box.querySelector("[data-timer-toggle]");
  const said = box.querySelector("[data-timer-said]");
  let left = SEVEN;
  let since = null; // when it was started, while it runs
  let clock = null;

  const remaining = () => Math.max(0, since === null ? left : left - (performance.now() - since));

  function draw() {
    const seconds = Math.ceil(remaining() / 1000);
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (since !== null && seconds === 0) finish();
  }

  function rest(words) {
    left = remaining();
    since = null;
    clearInterval(clock);
    toggle.textContent = words;
  }

  function finish() {
    rest("Start");
    left = 0;
    box.classList.add("board-timer--over");
    shown.textContent = "Time to talk";
    said.textContent = "Seven minutes are over.";
  }

  function reset() {
    rest("Start");
    left = SEVEN;
    box.classList.remove("board-timer--over");
    said.textContent = "";
    draw();
  }

  function run() {
    if (left === 0) reset();
    since = performance.now();
    clock = setInterval(draw, 250);
    toggle.textContent = "Pause";
  }

  toggle.addEventListener("click", () => (since === null ? run() : rest("Go on")));
  box.querySelector("[data-timer-reset]").addEventListener("click", reset);
  box.hidden = false;
}
