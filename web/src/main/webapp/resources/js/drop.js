/*
 * Sends chosen files one after the other by the tus protocol: what broke off goes on where it was,
 * also after the page was left. Without a script the form sends them.
 */
"use strict";

{
  const form = document.getElementById("drop");
  const said = form.dataset;
  const list = document.getElementById("uploads");
  const status = document.getElementById("upload-status");
  const chosen = document.getElementById("files");
  const VERSION = { "Tus-Resumable": "1.0.0" };
  const BYTES = "application/offset+octet-stream";
  const PAUSES = [1, 2, 5, 10, 20, 30];
  const mending = document.getElementById("mending");
  const corrects = document.getElementById("corrects");
  const chosenFiles = new Set();
  const queue = [];
  let running = false;

  const text = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);
  const inBase64 = (value) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(value)));
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  const kind = () => new FormData(form).get("kind");
  /* Number of the deposit that files mend; empty for none, as for a trial. */
  const mended = () =>
    corrects && kind() === "REAL" && corrects.value !== "none" ? corrects.value : "";

  class Denied extends Error {}

  /* One file: what is shown of it, and how far it is. */
  class Upload {
    constructor(file) {
      this.file = file;
      this.row = document.createElement("li");
      this.name = document.createElement("b");
      this.name.className = "anywhere";
      this.name.textContent = file.name;
      this.bar = document.createElement("progress");
      this.bar.max = Math.max(1, file.size);
      this.bar.value = 0;
      this.bar.setAttribute("aria-label", file.name);
      this.bar.hidden = true;
      this.ahead = document.createElement("span");
      this.ahead.className = "small ahead";
      this.link = document.createElement("span");
      this.link.className = "small wa";
      this.word = document.createElement("span");
      this.word.className = "small";
      this.buttons = document.createElement("span");
      this.buttons.className = "btns";
      this.row.append(this.name, this.buttons, this.ahead, this.link, this.bar, this.word);
      list.append(this.row);
      if (!/^[^.~].*\.xml$/i.test(file.name)) {
        this.refuse(said.name);
      } else if (file.size > Number(said.most)) {
        this.refuse(said.large);
      } else {
        chosenFiles.add(this);
        this.offer(said.remove, () => this.remove());
        this.look();
      }
    }

    /* What the file says of itself; when that can't be told, the file can be sent all the same. */
    async look() {
      this.say(said.reading, false);
      try {
        const answer = await fetch(said.head, {
          method: "POST",
          headers: { "Content-Type": BYTES, "Upload-Length": String(this.file.size) },
          body: this.file.slice(0, Number(said.beginning)),
        });
        if (answer.ok && !answer.redirected) {
          const told = await answer.json();
          this.ahead.textContent = [told.said, told.problem].filter(Boolean).join(" ");
          this.ahead.classList.toggle("wa", Boolean(told.problem));
          this.certifier = told.certifier;
          this.compare();
          status.textContent = `${this.file.name}, ${this.ahead.textContent} ${this.link.textContent}`;
        }
      } catch {
        // Nothing is said of it then.
      }
      if (chosenFiles.has(this)) this.say(said.ready, false);
    }

    /* Whether it can mend the deposit that is chosen: not for another certifier. */
    compare() {
      const certifier = mended() ? corrects.selectedOptions[0].dataset.certifier : "";
      const other = certifier && this.certifier && certifier !== this.certifier;
      this.link.textContent = other ? said.other : "";
    }

    remove() {
      chosenFiles.delete(this);
      this.row.remove();
      if (!list.children.length) document.getElementById("sending").hidden = true;
      chosen.focus();
    }

    /* From now on it is being sent. */
    begin(kind) {
      this.kind = kind;
      this.corrects = mended();
      this.key = `guichet.upload.${kind}.${this.corrects}.${this.file.size}.${this.file.lastModified}.${this.file.name}`;
      this.bar.hidden = false;
      this.offer(said.cancel, () => this.cancel());
      enqueue(this);
    }

    offer(label, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-s";
      button.textContent = label;
      const of = document.createElement("span");
      of.className = "vh";
      of.textContent = ` ${this.file.name}`;
      button.append(of);
      button.addEventListener("click", act);
      this.buttons.replaceChildren(button);
    }

    say(words, aloud) {
      this.word.textContent = words;
      if (aloud) status.textContent = `${this.file.name}, ${words}`;
    }

    refuse(words) {
      this.bar.hidden = true;
      this.buttons.replaceChildren();
      this.row.className = "ko";
      this.say(words, true);
    }

    /* Ends when there is nothing more to try. */
    async run() {
      this.say(said.sending, true);
      for (let failures = 0; !this.cancelled; ) {
        try {
          await this.send();
          return;
        } catch (problem) {
          if (this.cancelled) return;
          if (problem instanceof Denied) return this.refuse(said.denied);
          if (problem.status === 413) return this.refuse(said.large);
          if (failures === PAUSES.length) {
            this.say(said.failed, true);
            this.offer(said.again, () => enqueue(this));
            return;
          }
          const wait = PAUSES[failures++];
          this.say(text(said.waiting, wait), false);
          await pause(wait);
        }
      }
    }

    async send() {
      let address = localStorage.getItem(this.key);
      let offset = 0;
      if (address) {
        const told = await fetch(address, { method: "HEAD", headers: VERSION });
        if (!told.headers.has("Tus-Resumable")) throw new Denied();
        offset = told.ok ? Number(told.headers.get("Upload-Offset")) : 0;
        if (!told.ok) address = null;
      }
      await this.request(address, offset);
    }

    request(address, offset) {
      return new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        this.current = request;
        const begun = Date.now();
        request.open(address ? "PATCH" : "POST", address ?? said.uploads);
        request.setRequestHeader("Tus-Resumable", "1.0.0");
        request.setRequestHeader("Content-Type", BYTES);
        if (address) {
          request.setRequestHeader("Upload-Offset", String(offset));
        } else {
          request.setRequestHeader("Upload-Length", String(this.file.size));
          request.setRequestHeader(
            "Upload-Metadata",
            `filename ${inBase64(this.file.name)},kind ${inBase64(this.kind)}` +
              (this.corrects ? `,corrects ${inBase64(this.corrects)}` : "")
          );
          const name = encodeURIComponent(this.file.name);
          localStorage.setItem(this.key, `${said.uploads}/${this.kind}/${this.file.size}/${name}`);
        }
        request.upload.addEventListener("progress", (event) => {
          this.bar.value = offset + event.loaded;
          const left = ((Date.now() - begun) / event.loaded) * (event.total - event.loaded) / 1000;
          const words =
            left < 90
              ? text(said.seconds, Math.ceil(left))
              : text(said.minutes, Math.ceil(left / 60));
          this.say(`${Math.floor((100 * this.bar.value) / this.bar.max)} %, ${words}`, false);
        });
        request.addEventListener("error", () => fail(new Error("line")));
        request.addEventListener("abort", () => fail(new Error("abort")));
        request.addEventListener("load", () => {
          const number = request.getResponseHeader("Guichet-Deposit");
          if (!request.getResponseHeader("Tus-Resumable") || request.status === 403) {
            fail(new Denied());
          } else if (number) {
            localStorage.removeItem(this.key);
            this.done(number);
            done();
          } else {
            fail(Object.assign(new Error("refused"), { status: request.status }));
          }
        });
        request.send(offset ? this.file.slice(offset) : this.file);
      });
    }

    done(number) {
      this.bar.value = this.bar.max;
      this.row.className = "ok";
      this.say(text(said.done, number), true);
      const link = document.createElement("a");
      link.className = "btn btn-s";
      link.href = said.deposit + number;
      link.textContent = said.see;
      this.buttons.replaceChildren(link);
    }

    cancel() {
      this.cancelled = true;
      this.current?.abort();
      const address = localStorage.getItem(this.key);
      localStorage.removeItem(this.key);
      if (address) fetch(address, { method: "DELETE", headers: VERSION }).catch(() => {});
      this.refuse(said.cancelled);
    }
  }

  const enqueue = async (upload) => {
    queue.push(upload);
    if (running) return;
    running = true;
    while (queue.length) await queue.shift().run();
    running = false;
  };

  const take = (files) => {
    if (!files.length) return;
    chosen.setCustomValidity("");
    document.getElementById("sending").hidden = false;
    for (const file of files) new Upload(file);
  };

  chosen.addEventListener("change", () => {
    take([...chosen.files]);
    chosen.value = "";
  });

  form.addEventListener("submit", (event) => {
    if (!list.children.length) return; // the server says what is missing
    event.preventDefault();
    if (!chosenFiles.size && !running) {
      chosen.setCustomValidity(said.none);
      chosen.reportValidity();
    }
    for (const upload of chosenFiles) upload.begin(kind());
    chosenFiles.clear();
  });

  form.addEventListener("change", () => {
    if (mending) mending.hidden = kind() !== "REAL";
    for (const upload of chosenFiles) upload.compare();
  });

  const zone = form.querySelector("[data-zone]");
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take([...event.dataTransfer.files]);
  });

  window.addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });
}
