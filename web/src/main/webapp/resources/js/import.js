/*
 * Files of people, chosen or dragged onto the card of their profile: each card collects what comes
 * to it until the form sends it all. Without a script the form sends what was chosen last.
 */
"use strict";

{
  const form = document.getElementById("files");
  const said = form.dataset;
  const status = document.getElementById("files-status");
  const TABLE = /^[^.~].*\.(csv|txt|tsv|xlsx)$/i;

  const same = (one, other) =>
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  for (const card of form.querySelectorAll("[data-zone]")) {
    const input = card.querySelector("input[type=file]");
    const list = card.querySelector("[data-chosen]");
    let chosen = [];

    const row = (file, words) => {
      const item = document.createElement("li");
      const name = document.createElement("b");
      name.className = "anywhere";
      name.textContent = file.name;
      item.append(name);
      if (words) {
        const why = document.createElement("span");
        why.className = "err";
        why.textContent = words;
        item.append(why);
        return item;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-s btn-q";
      button.textContent = said.remove;
      const of = document.createElement("span");
      of.className = "vh";
      of.textContent = ` ${file.name}`;
      button.append(of);
      button.addEventListener("click", () => {
        chosen = chosen.filter((one) => one !== file);
        show([]);
        input.focus();
      });
      item.append(button);
      return item;
    };

    const show = (refused) => {
      const files = new DataTransfer();
      for (const file of chosen) files.items.add(file);
      input.files = files.files;
      list.replaceChildren(
        ...chosen.map((file) => row(file, "")),
        ...refused.map(([file, words]) => row(file, words)),
      );
      list.hidden = !list.children.length;
      status.textContent = [
        ...chosen.map((file) => `${file.name}, ${said.ready}`),
        ...refused.map(([file, words]) => `${file.name}, ${words}`),
      ].join(". ");
    };

    const take = (files) => {
      const refused = [];
      for (const file of files) {
        if (!TABLE.test(file.name)) refused.push([file, said.name]);
        else if (file.size > Number(said.most)) refused.push([file, said.large]);
        else if (!chosen.some((one) => same(one, file))) chosen.push(file);
      }
      show(refused);
    };

    input.addEventListener("change", () => take([...input.files]));
    for (const kind of ["dragenter", "dragover"]) {
      card.addEventListener(kind, (event) => {
        event.preventDefault();
        card.classList.add("over");
      });
    }
    card.addEventListener("dragleave", () => card.classList.remove("over"));
    card.addEventListener("drop", (event) => {
      event.preventDefault();
      card.classList.remove("over");
      take([...event.dataTransfer.files]);
    });
  }

  /* What is dropped beside the cards must not replace the page. */
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => event.preventDefault());
  }
}
