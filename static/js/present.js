// Presents a briefing: one slide at a time, by keyboard, buttons or swipe, with its place in the
// address. Without this file the page is one long page in large type.
import { startTimer } from "./present-timer.js";

const present = document.querySelector("[data-present]");
const slides = [...present.querySelectorAll(".board-slide")];
const steps = present.querySelector("[data-steps]");
const place = present.querySelector("[data-place]");
const buttons = [...steps.querySelectorAll("[data-step]")];
const SWIPE = 60; // pixels; less is a tap
const SMALLEST = 0.55;
let current = 0;

const headingOf = (slide) => slide.querySelector("h2").textContent.replace(/\s+/g, " ").trim();
const inAddress = () => slides.findIndex((slide) => `#${slide.id}` === location.hash);

// Makes the type of a long slide smaller, as far as it can be read; what is longer still scrolls.
function fit(slide) {
  let size = 1;
  slide.style.setProperty("--fit", size);
  while (slide.scrollHeight > slide.clientHeight && size > SMALLEST) {
    size -= 0.05;
    slide.style.setProperty("--fit", size);
  }
  slide.tabIndex = slide.scrollHeight > slide.clientHeight ? 0 : -1;
}

function show(number, { quietly = false } = {}) {
  current = Math.min(Math.max(number, 0), slides.length - 1);
  const slide = slides[current];
  const lost = slides.some((one) => one !== slide && one.contains(document.activeElement));
  slides.forEach((one) => { one.hidden = one !== slide; });
  slide.scrollTop = 0;
  scrollTo(0, 0);
  fit(slide);
  if (lost) slide.focus();
  buttons.forEach((button) => {
    const beyond = current + Number(button.dataset.step);
    button.setAttribute("aria-disabled", String(!slides[beyond]));
  });
  place.textContent = `${current + 1} of ${slides.length}`;
  if (quietly) return;
  place.insertAdjacentHTML("beforeend", '<span class="govuk-visually-hidden"></span>');
  place.lastChild.textContent = `: ${headingOf(slide)}`;
  history.replaceState(null, "", `#${slide.id}`);
}

const keys = {
  ArrowRight: () => show(current + 1),
  PageDown: () => show(current + 1),
  ArrowLeft: () => show(current - 1),
  PageUp: () => show(current - 1),
  Home: () => show(0),
  End: () => show(slides.length - 1),
  ArrowDown: () => slides[current].scrollBy(0, 80),
  ArrowUp: () => slides[current].scrollBy(0, -80),
  Escape: () => location.assign(present.querySelector("[data-present-leave]").href),
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

let touched = null;
present.addEventListener("touchstart", (event) => {
  touched = event.touches.length === 1 ? event.touches[0] : null;
}, { passive: true });
present.addEventListener("touchend", (event) => {
  if (!touched) return;
  const across = event.changedTouches[0].clientX - touched.clientX;
  const down = event.changedTouches[0].clientY - touched.clientY;
  touched = null;
  if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) show(current - Math.sign(across));
}, { passive: true });

buttons.forEach((button) => {
  button.addEventListener("click", () => show(current + Number(button.dataset.step)));
});
addEventListener("hashchange", () => { if (inAddress() >= 0) show(inAddress()); });
addEventListener("resize", () => fit(slides[current]));

document.documentElement.classList.add("board-presenting");
steps.hidden = false;
startTimer(present.querySelector("[data-timer]"));
show(Math.max(inAddress(), 0), { quietly: true });
