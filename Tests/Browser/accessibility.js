// What a page lacks for those who use it without a mouse, without sight, or with little of it.
// Returns a list of sentences, each with the element; in the manner of axe-core, which it is not.
const found = [];
const tell = (what, element) => {
  const text = element.outerHTML.replace(/\s+/g, " ");
  found.push(what + ": " + text.slice(0, 140));
};
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const words = (text) => (text || "").replace(/\s+/g, " ").trim();

// Visible: it has a place, and nothing hides it. What is there for screen readers alone is not.
const isShown = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) {
    return false;
  }
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
};
const isForReaders = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]");

// What is read out: the accessible name, as far as our pages need it.
const content = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.nodeType !== Node.ELEMENT_NODE) return "";
  if (element.getAttribute("aria-hidden") === "true") return "";
  if (element.getAttribute("aria-label")) return element.getAttribute("aria-label");
  if (element.tagName === "IMG") return element.alt;
  if (element.matches("input, select, textarea")) return "";
  return [...element.childNodes].map(content).join(" ");
};
const named = (element) => {
  const ids = words(element.getAttribute("aria-labelledby"));
  if (ids) {
    return words(ids.split(" ").map((id) => {
      const other = document.getElementById(id);
      return other ? content(other) : "";
    }).join(" "));
  }
  const label = words(element.getAttribute("aria-label"));
  if (label) return label;
  if (element.labels) return words([...element.labels].map(content).join(" ") || element.title);
  return words(content(element)) || words(element.title);
};
const nameOf = (element) =>
  element.tagName === "BUTTON" ? words(element.getAttribute("aria-label")) || words(content(element))
    : named(element);

// The page as a whole.
const root = document.documentElement;
if (!/^(de|en)$/.test(root.lang)) tell("no language", root);
if (!words(document.title)) tell("no title", root);
if (all("h1").length !== 1) tell(all("h1").length + " h1", root);
for (const selector of ["main", "body > header", "body > footer", "nav"]) {
  if (all(selector).length !== 1) tell("not one " + selector, root);
}
for (const part of all("nav, form[role=search], section, [role=region]")) {
  if (part.matches("nav, [role=region], section[aria-labelledby]") && !nameOf(part)) {
    tell("region without a name", part);
  }
}
const ids = new Set();
for (const element of all("[id]")) {
  if (ids.has(element.id)) tell("id twice", element);
  ids.add(element.id);
}
for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
  for (const element of all(`[${attribute}]`)) {
    for (const id of words(element.getAttribute(attribute)).split(" ")) {
      if (!document.getElementById(id)) tell(`${attribute} leads nowhere`, element);
    }
  }
}
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6").filter(isForReaders)) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1 && !(level === 0 && heading.closest("[role=alert]"))) {
    tell(`h${own} after h${level}`, heading);
  }
  if (!words(content(heading))) tell("empty heading", heading);
  level = own;
}

// What is used: controls, links, pictures, tables.
for (const element of all("button, a[href], summary, input:not([type=hidden]), select, textarea")) {
  if (!isForReaders(element)) continue;
  if (!nameOf(element)) tell("no name", element);
  if (element.tabIndex < 0) tell("not reachable by keyboard", element);
  if (element.parentElement.closest("a[href], button")) tell("inside another control", element);
  if (element.tabIndex > 0) tell("own tab order", element);
}
for (const label of all("label")) if (!label.control) tell("label of nothing", label);
for (const set of all("fieldset")) {
  if (!set.querySelector("legend") || !words(content(set.querySelector("legend")))) {
    tell("fieldset without legend", set);
  }
}
for (const picture of all("svg, img, [role=img], progress, meter")) {
  if (picture.closest("[aria-hidden=true]")) continue;
  if (picture.tagName === "svg" && picture.getAttribute("role") !== "img") {
    tell("drawing that is neither picture nor hidden", picture);
  } else if (!named(picture) && !picture.alt) tell("picture without a name", picture);
}
for (const table of all("table")) {
  if (!table.caption && !named(table)) tell("table without caption", table);
  for (const head of all("th", table)) if (!head.scope) tell("th without scope", head);
  if (!all("th", table).length) tell("table without heads", table);
}
for (const list of all("ul, ol")) {
  for (const item of list.children) if (item.tagName !== "LI") tell("no list item", item);
}
for (const list of all("dl")) {
  for (const item of list.children) {
    if (!/^(DT|DD|DIV)$/.test(item.tagName)) tell("neither dt nor dd", item);
  }
}
for (const element of all("*")) {
  const style = getComputedStyle(element);
  const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
    && (element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1);
  if (scrolls && element.tabIndex < 0 && element !== root && element !== document.body
    && !element.querySelector("a[href], button, input") && isShown(element)) {
    tell("scrolls, but not by keyboard", element);
  }
}

// Colours: 4.5 to 1 for text, 3 to 1 for what shows where a field is.
const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();
const rgba = (colour) => {
  if (!known.has(colour)) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r, g, b, a / 255]);
  }
  return known.get(colour);
};
const over = (top, below, share = 1) => {
  const a = top[3] * share;
  return [0, 1, 2].map((i) => top[i] * a + below[i] * (1 - a)).concat(1);
};
const backgrounds = new Map();
const behind = (element) => {
  if (!element) return rgba(getComputedStyle(root).colorScheme.includes("dark")
    && matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff");
  if (!backgrounds.has(element)) {
    const style = getComputedStyle(element);
    const own = rgba(style.backgroundColor);
    backgrounds.set(element, over(own, behind(element.parentElement), Number(style.opacity)));
  }
  return backgrounds.get(element);
};
const light = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const opacity = (element) => {
  let share = 1;
  for (let up = element; up; up = up.parentElement) share *= Number(getComputedStyle(up).opacity);
  return share;
};
const check = (colour, element, what) => {
  const ground = behind(element);
  const ratio = contrast(over(rgba(colour), ground, opacity(element)), ground);
  if (ratio < 4.5) tell(`${what} ${ratio.toFixed(2)} to 1`, element);
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const checked = new Set();
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!words(walker.currentNode.data) || checked.has(element) || !isShown(element)) continue;
  checked.add(element);
  if (element.closest("button:disabled, script, .vh, .skip:not(:focus)")) continue;
  const style = getComputedStyle(element);
  check(element.closest("svg") ? style.fill : style.color, element, "text has");
}
for (const field of all("input, select, textarea").filter(isShown)) {
  if (field.placeholder) {
    check(getComputedStyle(field, "::placeholder").color, field, "placeholder has");
  }
  if (field.matches("[type=radio], [type=checkbox]")) continue;
  const around = behind(field.parentElement);
  const border = contrast(over(rgba(getComputedStyle(field).borderTopColor), around), around);
  if (border < 3 && contrast(behind(field), around) < 3) {
    tell(`border has ${border.toFixed(2)} to 1`, field);
  }
}

// Fingers: what is pressed is at least 24 pixels high, unless it stands in a line of text.
for (const element of all("button, .button, summary").filter(isShown)) {
  const box = element.getBoundingClientRect();
  if (Math.round(box.height) < 24) tell(`${Math.round(box.height)} pixels high`, element);
}
return found;
