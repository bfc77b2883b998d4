/* What script adds to pages that work without it: the focus on faults, the typed words before an
   act, and the keys of the review. Nothing here decides; the server checks everything again. */
"use strict";

const one = (selector, within = document) => within.querySelector(selector);

/* Faults stand above the form and take the focus. */
const focusFaults = (within) => one("[data-focus]", within)?.focus();

/* The button of an act that cannot be undone wakes when the words are typed letter for letter. */
const watchWords = (box) => {
  const field = one("input, textarea", box);
  const button = one("[data-confirmed]", box);
  if (!field || !button) return;
  const check = () => { button.disabled = field.value.trim() !== box.dataset.confirm; };
  field.addEventListener("input", check);
  check();
};

const prepare = (within) => {
  focusFaults(within);
  within.querySelectorAll("[data-confirm]").forEach(watchWords);
};

/* Keys: an element says which key it answers to, data-key="j". */
const OFF = "habitat-keys-off";
const remembered = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };
const remember = (off) => { try { localStorage.setItem(OFF, off ? "1" : ""); } catch { /* private window */ } };
let off = remembered();

const isTyping = (target) =>
  target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
  !/^(checkbox|radio|button|submit)$/.test(target.type);

const answer = (element) => {
  const takesFocus = /^(INPUT|TEXTAREA|SELECT|DETAILS)$/.test(element.tagName);
  if (takesFocus || element.hasAttribute("tabindex")) element.focus();
  else element.click();
};

const onKey = (event) => {
  if (off || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.key.length !== 1) return;
  const element = one(`[data-key="${CSS.escape(event.key)}"]`);
  if (!element || element.disabled) return;
  event.preventDefault();
  answer(element);
};

const showSwitch = (button) => {
  button.hidden = false;
  button.querySelectorAll("[data-keys]").forEach((words) => {
    words.hidden = (words.dataset.keys === "off") !== off;
  });
};

const onClick = (event) => {
  const button = event.target.closest("[data-keys-switch]");
  if (!button) return;
  off = !off;
  remember(off);
  showSwitch(button);
};

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
prepare(document);
document.querySelectorAll("[data-keys-switch]").forEach(showSwitch);
