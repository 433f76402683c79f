/*
 * How PrimeFaces' chart looks here: colours and letters are those of the page, read
 * from the style sheet's tokens, and read again when the reader changes the light.
 * Nothing moves while it is drawn.
 */
"use strict";

const guichetLight = window.matchMedia("(prefers-color-scheme: dark)");

/** Gives a chart the colours of the page. */
function guichetColours(config) {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  for (const line of config.data.datasets) {
    line.borderColor = token("--accent");
    line.pointBorderColor = token("--accent");
    line.pointBackgroundColor = token("--surface");
  }
  for (const axis of Object.values(config.options.scales)) {
    axis.ticks.color = token("--ink-3");
    axis.grid.color = token("--line");
    axis.border = { display: false };
  }
  const tip = config.options.plugins.tooltip;
  tip.backgroundColor = token("--ink");
  tip.titleColor = token("--surface");
  tip.bodyColor = token("--surface");
}

/** Runs before PrimeFaces draws: its extender, so "this" is the widget. */
function guichetChart() {
  const config = this.cfg.config;
  const style = getComputedStyle(document.body);
  const font = { family: style.fontFamily, size: parseFloat(style.fontSize) * 0.875 };
  const labels = config.data.labelled;
  config.options.font = font;
  for (const axis of Object.values(config.options.scales)) axis.ticks.font = font;
  config.options.scales.y.ticks.callback = (share) => `${share}\u00a0%`;
  config.options.plugins.tooltip.callbacks = { label: (point) => labels[point.dataIndex] };
  config.options.plugins.tooltip.titleFont = font;
  config.options.plugins.tooltip.bodyFont = font;
  guichetColours(config);
  this.jq[0].classList.add("drawn");
  guichetLight.addEventListener("change", () => {
    guichetColours(config);
    this.chart.update("none");
  });
}
