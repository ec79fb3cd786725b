/// What the page does in a browser beyond plain forms: keys, and answers without a new page.
///
/// Without it everything works as well, only slower.
enum ReviewScript {
  static let text = """
    "use strict";
    (() => {
      const status = () => document.getElementById("status");
      let busy = false;
      let shown = location.pathname + location.search;

      // Puts the main part of an answered page in the place of this one.
      const show = (text, address, keep) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        const next = page.querySelector("main");
        if (!next) { location.href = address; return; }
        document.querySelector("main").replaceWith(next);
        const header = page.querySelector("body > header");
        if (header) document.querySelector("body > header").replaceWith(header);
        document.title = page.title;
        if (keep) history.pushState({ kontor: true }, "", address);
        shown = location.pathname + location.search;
        scrollTo(0, 0);
        const title = next.querySelector("[data-moved] h2, h1");
        if (title) {
          title.tabIndex = -1;
          title.focus({ preventScroll: true });
        }
        const told = next.querySelector("[data-answered]");
        status().textContent = (title ? title.textContent + ". " : "")
          + (told ? told.textContent : "");
      };

      const load = async (address, options, keep) => {
        if (busy) return;
        busy = true;
        try {
          const answer = await fetch(address, options);
          show(await answer.text(), answer.url, keep);
        } catch {
          status().textContent = document.documentElement.lang === "de"
            ? "Keine Antwort: läuft kontor review noch?" : "No answer: does kontor review still run?";
        } finally {
          busy = false;
        }
      };

      document.addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.matches("form[data-inline]")) return;
        event.preventDefault();
        const fields = new URLSearchParams(new FormData(form, event.submitter));
        load(form.action, { method: "POST", body: fields }, true);
      });

      document.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-action=skip], a[data-action=back]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        load(link.href, {}, true);
      });

      // A link within the page changes only what comes after "#".
      addEventListener("popstate", () => {
        if (location.pathname + location.search !== shown) load(location.href, {}, false);
      });

      const press = (key) => {
        const target = document.querySelector(`main [data-key="${key}"]`);
        if (target) target.click();
        return Boolean(target);
      };

      document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        const at = event.target;
        const types = at.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
        if (types) {
          if (event.key === "Escape") at.blur();
          return;
        }
        const acts = at.matches("a, button, summary, input, [role=region]");
        let done = false;
        if (event.key === "/") {
          document.getElementById("search").focus();
          done = true;
        } else if (event.key === "?") {
          location.href = "/help";
          done = true;
        } else if (/^[1-9]$/.test(event.key)) {
          const choice = document.querySelector(`[data-choice="${event.key}"]`);
          if (choice) {
            choice.checked = !choice.checked;
            choice.focus({ preventScroll: true });
            done = true;
          }
        } else if (event.key === " ") {
          done = !acts && press("ArrowRight");
        } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
          done = !at.matches("input[type=radio], [role=region]") && press(event.key);
        } else if (event.key === "Enter") {
          done = !acts && press("Enter");
        } else if (/^[a-z]$/i.test(event.key)) {
          done = !event.repeat && press(event.key.toLowerCase());
        }
        if (done) event.preventDefault();
      });

      // Once what waits is worked in, the page says so without being asked.
      setInterval(async () => {
        const slip = document.querySelector("#waiting[data-waiting]");
        if (!slip || slip.dataset.waiting === "0" || busy || document.hidden) return;
        try {
          const answer = await fetch("/help");
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const now = page.getElementById("waiting");
          const here = document.getElementById("waiting");
          if (now && here && now.textContent !== here.textContent) here.replaceWith(now);
        } catch { /* The next time. */ }
      }, 3000);
    })();

    """
}
