/*
 * How PrimeFaces' charts look here: colours and letters are those of the page, read
 * from the style sheet's tokens, and read again when the reader changes the light.
 * Nothing moves while they are drawn.
 */
"use strict";

const guichetLight = window.matchMedia("(prefers-color-scheme: dark)");

/** Gives a chart the colours of the page. */
function guichetColours(config) {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  for (const set of config.data.datasets) {
    const colour = token("--" + set.tone);
    set.borderColor = colour;
    set.backgroundColor = colour;
    set.pointBorderColor = colour;
    set.pointBackgroundColor = token("--surface");
  }
  for (const axis of Object.values(config.options.scales)) {
    axis.ticks.color = token("--ink-2");
    axis.grid.color = token("--line");
    axis.border = { display: false };
  }
  const plugins = config.options.plugins;
  plugins.legend.labels = { ...plugins.legend.labels, color: token("--ink-2") };
  plugins.tooltip.backgroundColor = token("--ink");
  plugins.tooltip.titleColor = token("--surface");
  plugins.tooltip.bodyColor = token("--surface");
}

/** Runs before PrimeFaces draws: its extender, so "this" is the widget. */
function guichetChart() {
  const config = this.cfg.config;
  const style = getComputedStyle(document.body);
  const font = { family: style.fontFamily, size: parseFloat(style.fontSize) * 0.875 };
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const { scales, plugins } = config.options;
  config.options.font = font;
  for (const axis of Object.values(scales)) axis.ticks.font = font;
  for (const axis of Object.values(scales)) {
    if (axis.unit) axis.ticks.callback = (value) => numbers.format(value) + axis.unit;
  }
  if (config.options.indexAxis === "y") {
    // Beside bars that lie, names take a third of the room at most; the table has them whole.
    scales.y.ticks.callback = function (value) {
      const name = this.getLabelForValue(value);
      const most = Math.max(8, Math.floor(this.chart.width / 18));
      return name.length > most ? `${name.slice(0, most - 1)}…` : name;
    };
  }
  plugins.legend.labels = { font, boxWidth: 12, boxHeight: 12 };
  plugins.tooltip.titleFont = font;
  plugins.tooltip.bodyFont = font;
  plugins.tooltip.callbacks = {
    label: (point) => {
      const said = point.dataset.said[point.dataIndex];
      return point.dataset.label ? `${point.dataset.label} ${said}` : said;
    },
  };
  guichetColours(config);
  this.jq[0].classList.add("drawn");
  guichetLight.addEventListener("change", () => {
    guichetColours(config);
    this.chart.update("none");
  });
}
