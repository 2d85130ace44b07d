// Starts the design system's components. Everything works without this file: it only adds
// counting, revealing, the small-screen menu and protection from a double click.
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
initAll();
