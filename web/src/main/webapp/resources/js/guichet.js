/*
 * What pages can't do by HTML alone: close menus, search by a key, copy, measure a
 * password, tick many.
 * Every page works without it.
 */
"use strict";

const menus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});

/* The key "/" leads to the search, unless something is being typed. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector(".top-search input");
  if (!search?.checkVisibility()) return;
  event.preventDefault();
  search.focus();
  search.select();
});

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("focusin", (event) => {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

/* A button that only a script can serve is hidden until there is one. */
if (navigator.clipboard) {
  const status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  for (const button of document.querySelectorAll("button[data-copy]")) {
    document.body.append(status);
    button.hidden = false;
    const use = button.querySelector("use");
    const picture = use?.getAttribute("href");
    let back = 0;
    button.addEventListener("click", async () => {
      clearTimeout(back);
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        use?.setAttribute("href", "#i-warn"); // the browser forbids it: nothing was copied
        back = setTimeout(() => use?.setAttribute("href", picture), 2000);
        return;
      }
      status.textContent = button.dataset.said;
      use?.setAttribute("href", "#i-check");
      back = setTimeout(() => use?.setAttribute("href", picture), 2000);
    });
  }
}

/* How long a password is, beside how long it must be: length is what counts. */
for (const measured of document.querySelectorAll(".measured")) {
  const field = measured.querySelector("input");
  const measure = measured.querySelector(".measure");
  const least = Number(measured.dataset.least);
  let pending = 0;
  measure.hidden = false;
  field.addEventListener("input", () => {
    const length = Array.from(field.value).length;
    measure.querySelector("meter").value = Math.min(length, least);
    clearTimeout(pending);
    pending = setTimeout(() => {
      const text = length < least ? measured.dataset.short : measured.dataset.long;
      measure.querySelector("[role=status]").textContent =
        length === 0 ? "" : text.replace("{0}", String(least - length));
    }, 400);
  });
}

/* Rows that are ticked: all at once, and what is done to them only while there are any. */
for (const bar of document.querySelectorAll("[data-picked]")) {
  const boxes = [...bar.closest("form").querySelectorAll(`input[name=${bar.dataset.picked}]`)];
  const all = bar.closest("form").querySelector("[data-all]");
  const status = bar.querySelector("[role=status]");
  const elsewhere = Number(bar.dataset.elsewhere ?? 0); // on other pages
  const show = () => {
    const picked = boxes.filter((box) => box.checked).length;
    bar.hidden = picked + elsewhere === 0;
    status.textContent = `${status.dataset.text} ${picked + elsewhere}`;
    all.checked = picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  for (const box of boxes) box.addEventListener("change", show);
  show();
}

/* What excludes each other is told while it is being ticked; the desk refuses it as well. */
for (const told of document.querySelectorAll("[data-clash]")) {
  const boxes = [...told.closest("form").querySelectorAll("input[data-exclusion]")];
  const name = (box) => box.closest("label").querySelector("[data-name]").innerText.trim();
  const clashing = (box) =>
    box.checked &&
    box.dataset.exclusion !== "" &&
    boxes.some((one) => one !== box && one.checked && one.dataset.exclusion === box.dataset.exclusion);
  const show = () => {
    const clash = boxes.filter(clashing);
    for (const box of boxes) {
      if (clash.includes(box)) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
    told.hidden = clash.length === 0 || told.dataset.told === "true"; // the refusal says it
    told.textContent = told.hidden ? "" : `${told.dataset.clash} ${clash.map(name).join(", ")}`;
  };
  for (const box of boxes) {
    box.addEventListener("change", () => {
      told.dataset.told = "";
      show();
    });
  }
  if (boxes.length > 0) show(); // ticks may be there already: after a refusal, or on the way back
}

/* The last day that so many days come to. */
for (const days of document.querySelectorAll("[data-last-day]")) {
  const shown = document.getElementById(days.dataset.lastDay);
  days.addEventListener("input", () => {
    const count = Number(days.value);
    const day = new Date(`${days.dataset.today}T12:00:00`);
    day.setDate(day.getDate() + count);
    const possible = count >= Number(days.min) && count <= Number(days.max);
    shown.textContent = possible
      ? day.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })
      : "";
  });
}

/* What changes by itself is fetched anew until it has come to rest, and whenever we are told. */
const waits = new Map();
let onLine = false; // we are told; only what another server does has to be looked for
const fetching = new Set();
const stale = new Set();
const busy = (id) => document.getElementById(id).contains(document.activeElement);
const renew = async (id) => {
  if (fetching.has(id)) return void stale.add(id);
  fetching.add(id);
  stale.delete(id);
  const part = document.getElementById(id);
  try {
    const answer = await fetch(location.href, {
      headers: { Accept: "text/html", "Guichet-By-Itself": "1" },
    });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(id);
      if (!fresh) return void location.reload(); // it has come to an end: the page is another one
      if (busy(id)) {
        stale.add(id); // shown as soon as nobody is at it
      } else {
        part.dataset.refresh = fresh.dataset.refresh;
        part.replaceChildren(...fresh.childNodes);
      }
    }
  } catch {
    // The line is down; tried again.
  } finally {
    fetching.delete(id);
  }
  if (stale.has(id) && !busy(id)) renew(id);
  else refresh(id);
};
const refresh = (id) => {
  const told = document.getElementById(id)?.dataset;
  const seconds = Number((onLine && told?.seldom) || told?.refresh);
  if (!seconds || waits.has(id)) return;
  const look = () => {
    waits.delete(id);
    if (document.hidden) refresh(id);
    else renew(id);
  };
  waits.set(id, setTimeout(look, seconds * 1000));
};

const moving = [...document.querySelectorAll("[data-refresh]")].map((part) => part.id);
let missed = false;
const renewAll = () => {
  missed = document.hidden;
  if (!missed) moving.forEach(renew);
};
for (const id of moving) {
  document.getElementById(id).addEventListener("focusout", () =>
    setTimeout(() => {
      if (stale.has(id) && !busy(id)) renew(id);
    })
  );
}

/*
 * The server says when something has moved. A line that breaks is tried again, seldomer each time;
 * one that the server ended because nothing may be seen any more isn't.
 */
const PAUSES_OF_LIVE = [2, 10, 60, 60, 60, 60, 60];
const NOT_ALLOWED = 1008;
const listen = (address, failures) => {
  const socket = new WebSocket(location.origin.replace(/^http/, "ws") + address);
  let open = false;
  socket.addEventListener("open", () => {
    open = true;
    onLine = true;
    if (failures) renewAll(); // what moved meanwhile
  });
  socket.addEventListener("message", renewAll);
  socket.addEventListener("close", (event) => {
    onLine = false;
    for (const id of moving) {
      clearTimeout(waits.get(id));
      waits.delete(id);
      refresh(id);
    }
    const before = open ? 0 : failures;
    const pause = PAUSES_OF_LIVE[before];
    if (event.code !== NOT_ALLOWED && pause) {
      setTimeout(() => listen(address, before + 1), pause * 1000);
    }
  });
};

const live = document.querySelector("[data-live]");
if (live) listen(live.dataset.live, 0);
document.addEventListener("visibilitychange", () => {
  if (missed) renewAll();
});
moving.forEach(refresh);

/*
 * A form that is checked while it is filled in: each change is sent as its button would, one after
 * the other, and what the answer says is put beside the fields. Of a form that is begun empty, only
 * fields that were touched are spoken of. When nothing was kept, the form's status says so, and who
 * leaves is warned, until a later change has taken it all along.
 */
for (const form of document.querySelectorAll("form[data-check]")) {
  const touched = new Set();
  let line = Promise.resolve();
  let waiting = 0;
  let edits = 0;
  let kept = 0; // of them, up to which everything is saved
  const text = (value) => (!value || value === "(none)" ? "" : value.replace(/\s+/g, " ").trim());
  const asSent = (row, body) =>
    [...row.querySelectorAll("[name]:not([data-value])")].every((field) =>
      field.type === "checkbox"
        ? field.checked === body.has(field.name)
        : text(field.value) === text(body.get(field.name)),
    );
  const tell = (page, body) => {
    const others = new Set(); // rows that somebody else has changed: here they stay as they are
    for (const hidden of form.querySelectorAll("input[data-value]")) {
      const twin = page.querySelector(`input[data-value="${CSS.escape(hidden.dataset.value)}"]`);
      if (!twin || twin.dataset.clash) continue;
      if (asSent(twin.closest("tr"), body)) hidden.value = twin.value;
      else others.add(hidden.closest("tr"));
    }
    for (const part of form.querySelectorAll("[data-part]")) {
      if (others.has(part.closest("tr"))) continue;
      const name = part.dataset.part;
      const fresh = page.querySelector(`[data-part="${CSS.escape(name)}"]`);
      const input = document.getElementById(name);
      if (!fresh || (form.dataset.touched && input && !touched.has(name))) continue;
      part.replaceChildren(...fresh.childNodes);
      const twin = page.getElementById(name);
      if (input && twin) input.setAttribute("aria-invalid", twin.getAttribute("aria-invalid"));
    }
  };
  const check = async () => {
    waiting -= 1;
    if (waiting > 0) return; // the next one says it all
    const body = new URLSearchParams(new FormData(form));
    body.set("go", form.dataset.check);
    const sent = edits;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.querySelector(`form#${CSS.escape(form.id)}`)) return failed();
      tell(page, body);
      if (!page.querySelector("[data-clash]:not([data-clash=''])")) kept = sent;
      form.dataset.checked = Number(form.dataset.checked ?? 0) + 1;
    } catch {
      failed(); // the line is down
    }
  };
  const failed = () => {
    const status = form.querySelector("[data-unsaved]");
    const told = document.createElement("b");
    told.className = "err";
    told.textContent = status.dataset.unsaved;
    status.replaceChildren(told);
  };
  form.addEventListener("input", () => (edits += 1));
  form.addEventListener("submit", () => (kept = edits));
  window.addEventListener("beforeunload", (event) => {
    if (form.dataset.touched) return; // what is begun empty is kept nowhere until it is dropped
    if (edits !== kept) event.preventDefault();
  });
  form.addEventListener("change", (event) => {
    touched.add(event.target.id);
    waiting += 1;
    line = line.then(check);
  });
}
