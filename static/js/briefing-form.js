// While a briefing is written: its words and minutes are counted, and the headings follow its kind.
// The server does the same when the form is saved.

const whole = document.querySelector(".board-length");
const tooLong = document.querySelector(".board-too-long");
const fit = document.querySelector(".board-fit");
const kind = document.getElementById("id_variant");
const usual = JSON.parse(document.getElementById("usual-headings").textContent);
const numbers = [1, 2, 3, 4, 5, 6, 7];

const value = (id) => document.getElementById(id)?.value ?? "";
const isWord = (word) => /[\p{L}\p{N}]/u.test(word);

function wordsIn(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/\s+/).filter(isWord).length;
}

function lengthOf(words) {
  const minutes = Math.ceil(words / Number(whole.dataset.aMinute));
  const counted = `${words.toLocaleString("en-GB")} word${words === 1 ? "" : "s"}`;
  return words ? `${counted}, about ${minutes} minute${minutes === 1 ? "" : "s"}` : counted;
}

function section(number) {
  const text = value(`id_text_${number}`);
  return text.trim() ? wordsIn(`${value(`id_heading_${number}`)} ${text}`) : 0;
}

function questions() {
  const typed = document.querySelectorAll("[id^='id_questions-'][id$='-text']");
  return [...typed].reduce((sum, one) => sum + wordsIn(one.value), 0);
}

function count() {
  const words =
    wordsIn(value("id_overview")) + questions() + numbers.reduce((sum, one) => sum + section(one), 0);
  const all = lengthOf(words);
  whole.textContent = `${all} to read aloud.`;
  const limit = Number(whole.dataset.aMinute) * Number(whole.dataset.minutes);
  const warning = words > limit ? tooLong.dataset.words : "";
  if (tooLong.textContent !== warning) tooLong.textContent = warning;
  for (const number of numbers) {
    const own = document.querySelector(`#id_text_${number}_helptext .board-count`);
    own.textContent = `${lengthOf(wordsIn(value(`id_text_${number}`)))}. The whole: ${all}. ${warning}`;
  }
}

function swapHeadings() {
  for (const number of numbers) {
    const field = document.getElementById(`id_heading_${number}`);
    const untouched = Object.values(usual).some((headings) => headings[number - 1] === field.value);
    if (untouched || !field.value) field.value = usual[kind.value]?.[number - 1] ?? field.value;
  }
}

document.getElementById("briefing_form").addEventListener("input", () => {
  fit.textContent = "Save it to see whether it fits one A4 page.";
  count();
});
kind.addEventListener("change", swapHeadings);
count();
