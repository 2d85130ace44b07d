// “Leave this page”: the design system's component, which also listens for Shift pressed three
// times, but so that the Back button does not lead here again.
import { ExitThisPage, createAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

class LeavePage extends ExitThisPage {
  exitPage() {
    document.body.classList.add("govuk-exit-this-page-hide-content");
    document.title = "Loading";
    window.location.replace(this.$button.href);
  }
}
LeavePage.moduleName = "board-leave-page";
createAll(LeavePage);
for (const keys of document.querySelectorAll(".board-leave__keys")) {
  keys.hidden = false;
}
