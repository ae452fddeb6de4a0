// Ties a claim's number, indicator, period and place to each other and to its card. Without it the links do the same by a new page.
"use strict";
(() => {
  const text = document.getElementById("text"), panel = document.getElementById("panel");
  if (!text || !panel) return;
  const kinds = ["q", "i", "p", "s"];
  const cards = new Map([...panel.querySelectorAll("details.claim")].map(card => [card.dataset.k, card]));
  const pieces = new Map();
  for (const kind of kinds)
    for (const piece of text.querySelectorAll(`[data-${kind}]`))
      for (const claim of piece.dataset[kind].split(" ")) {
        if (!pieces.has(claim)) pieces.set(claim, []);
        pieces.get(claim).push([piece, `lit-${kind}`]);
      }

  let lit = null, chosen = [...cards.values()].find(card => card.open)?.dataset.k ?? null;
  const light = claim => {
    if (claim === lit) return;
    for (const [piece, name] of pieces.get(lit) ?? []) piece.classList.remove(name);
    for (const [piece, name] of pieces.get(claim) ?? []) piece.classList.add(name);
    lit = claim;
  };
  lit = chosen;

  // Of quotes that overlap, that of the link; of a part, the first claim that it belongs to.
  const claimOf = element => {
    const card = element.closest?.("details.claim");
    if (card) return card.dataset.k;
    const piece = element.closest?.("[data-q], [data-i], [data-p], [data-s]");
    if (!piece) return null;
    if (piece.dataset.q) {
      const key = new URL(piece.href).searchParams.get("claim");
      return document.getElementById(`d-${key}`)?.dataset.k ?? null;
    }
    return (piece.dataset.i ?? piece.dataset.p ?? piece.dataset.s).split(" ")[0];
  };

  const open = claim => {
    const card = cards.get(claim);
    if (!card) return;
    chosen = claim;
    card.open = true;
    panel.classList.add("sheet");
    light(claim);
    const list = card.parentElement;
    if (list.scrollHeight > list.clientHeight) list.scrollTop = card.offsetTop - list.offsetTop;
  };

  for (const side of [text, panel]) {
    side.addEventListener("pointerover", event => light(claimOf(event.target) ?? chosen));
    side.addEventListener("pointerleave", () => light(chosen));
    side.addEventListener("focusin", event => light(claimOf(event.target) ?? chosen));
    side.addEventListener("focusout", () => light(chosen));
  }

  // A number in the text, and one that a cross-check names.
  const follow = event => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a.quote, .ties a");
    const key = link && new URL(link.href).searchParams.get("claim");
    const card = key && document.getElementById(`d-${key}`);
    if (!card) return;
    event.preventDefault();
    open(card.dataset.k);
    history.replaceState(null, "", link.href);
    if (!link.classList.contains("quote")) document.getElementById(`c-${key}`)?.scrollIntoView({ block: "center" });
  };
  text.addEventListener("click", follow);
  panel.addEventListener("click", follow);

  panel.addEventListener("toggle", event => {
    const card = event.target;
    if (card.open) {
      chosen = card.dataset.k;
      light(chosen);
    } else if (chosen === card.dataset.k) {
      chosen = null;
      light(null);
      panel.classList.remove("sheet");
    }
  }, true);

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || chosen === null) return;
    const key = cards.get(chosen).id.slice(2);
    cards.get(chosen).open = false;
    text.querySelector(`#c-${CSS.escape(key)} + .quote`)?.focus();
  });

  // An address without ?claim still names one: #c-KEY.
  const anchor = location.hash.startsWith("#c-") && document.getElementById(`d-${location.hash.slice(3)}`);
  if (anchor) open(anchor.dataset.k);
  else if (chosen) open(chosen);
  // The sheet of a narrow window has taken its place by now.
  if (chosen && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
})();
