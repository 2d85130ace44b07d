// What is pasted or dropped goes to the server first, which understands Word and others better than
// a browser does: tscb/common/rich_text/office.py. Should it not answer, the plain words go in.
// Caught before ProseMirror reads it: the content policy complains of every style in it otherwise.

export function pasting(textarea, address, say) {
  const insert = (data, place) => {
    const { editor } = textarea;
    return tidied(data.html, address, textarea.form)
      .catch(() => paragraphs(data.text))
      .then((content) => {
        const chain = editor.chain().focus();
        (place === undefined ? chain : chain.setTextSelection(place)).insertContent(content).run();
        say("Put in, without the look that it had elsewhere.");
      });
  };
  return {
    paste: (view, event) => taken(event, event.clipboardData, insert),
    drop: (view, event) => {
      if (view.dragging) return false; // from one place of this text to another
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      return taken(event, event.dataTransfer, (data) => insert(data, place));
    },
  };
}

function taken(event, data, insert) {
  if (!data?.types.includes("text/html")) return false;
  event.preventDefault();
  insert({ html: data.getData("text/html"), text: data.getData("text/plain") });
  return true;
}

async function tidied(html, address, form) {
  const body = new FormData();
  // Of pictures inside of what is pasted only the site's own are kept; others can be very large.
  body.append("html", html.replace(/<img\b(?![^>]*src="\/page-files\/)[^>]*>/gi, ""));
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  const response = await fetch(address, { method: "POST", body, headers });
  if (!response.ok) throw new Error(String(response.status));
  return withoutLoneParagraph((await response.json()).html);
}

// A few words from the middle of a line go into the middle of a line.
function withoutLoneParagraph(html) {
  const alone = /^<p>((?:(?!<\/?p>)[^])*)<\/p>$/.exec(html);
  return alone ? alone[1] : html;
}

function paragraphs(text) {
  const lines = text.split(/\r?\n+/).filter((line) => line.trim());
  return lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
}
