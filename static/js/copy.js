/* A button that copies a text; without script the text is selected by hand. */
"use strict";

const copy = async (button) => {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  button.textContent = button.dataset.copied;
};

/* Browsers let a page write to the clipboard only over https or on this machine. */
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
