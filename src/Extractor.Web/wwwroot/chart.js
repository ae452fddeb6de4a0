// Draws a series from the rows of its table: a line for each shape of period, whiskers, rings where papers disagree.
"use strict";
(() => {
  const place = document.getElementById("chart"), table = document.getElementById("points");
  if (!place || !table || typeof uPlot === "undefined") return;
  const power = Number(place.dataset.scale), unit = place.dataset.unit;
  const number = text => text === "" || text === undefined ? null : text.includes("/") ? text.split("/").reduce((a, b) => a / b) : Number(text);
  const points = [...table.querySelectorAll("tbody tr")].map(row => {
    const data = row.dataset, sign = data.sign === "-" ? -1 : 1;
    const scaled = text => { const value = number(text); return value === null ? null : sign * value / 10 ** power; };
    const bounds = [scaled(data.low), scaled(data.high)].sort((a, b) => a - b);
    const value = scaled(data.value) ?? (bounds[0] === null ? null : (bounds[0] + bounds[1]) / 2);
    return {
      at: Date.parse(data.at) / 1000, value, low: bounds[0], high: bounds[1], shape: data.shape, shapeName: data.shapeName, period: data.period,
      disputed: data.disputed === "yes", hedged: data.hedged === "yes", link: data.link,
      text: row.cells[1].querySelector(".figure")?.innerText ?? "", source: row.cells[row.cells.length - 1].innerText,
    };
  }).filter(point => point.value !== null && Number.isFinite(point.value)).sort((a, b) => a.at - b.at);
  // What was said of one moment only makes no chart.
  if (new Set(points.map(point => point.at)).size < 2) return;
  place.hidden = false;

  const shapes = [...new Set(points.map(point => point.shape))].map(shape => points.find(point => point.shape === shape));
  // No line goes through a value that another paper contradicts.
  const data = [points.map(point => point.at), ...shapes.map(shape => points.map(point => point.shape === shape.shape && !point.disputed ? point.value : null))];
  const placeOf = point => shapes.findIndex(shape => shape.shape === point.shape);
  const isShown = (plot, point) => plot.series[placeOf(point) + 1].show;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const inks = ["--link", "--indicator", "--period", "--scope", "--brand", "--calm", "--ink-soft"];
  const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4], [1, 4], [8, 8], [3, 6]];
  const ratio = () => uPlot.pxRatio ?? devicePixelRatio;

  const whiskers = plot => {
    const pen = plot.ctx, px = ratio();
    pen.save();
    pen.setLineDash([]);
    for (const point of points.filter(point => isShown(plot, point))) {
      const x = plot.valToPos(point.at, "x", true), y = plot.valToPos(point.value, "y", true);
      pen.strokeStyle = pen.fillStyle = colour(inks[placeOf(point) % inks.length]);
      if (point.low !== null && (point.hedged || point.high - point.low > 0)) {
        const top = plot.valToPos(point.high, "y", true), foot = plot.valToPos(point.low, "y", true);
        if (foot - top > 6 * px || point.hedged) {
          pen.lineWidth = (point.hedged ? 2 : 1) * px;
          pen.beginPath();
          pen.moveTo(x, top); pen.lineTo(x, foot);
          for (const end of [top, foot]) { pen.moveTo(x - 4 * px, end); pen.lineTo(x + 4 * px, end); }
          pen.stroke();
        }
      }
      pen.beginPath();
      pen.arc(x, y, (point.disputed ? 6 : 4) * px, 0, 2 * Math.PI);
      if (point.disputed) {
        pen.fillStyle = colour("--sheet");
        pen.strokeStyle = colour("--bad");
        pen.lineWidth = 3 * px;
        pen.fill(); pen.stroke();
      } else pen.fill();
    }
    pen.restore();
  };

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  let near = null;
  const find = plot => {
    const { left, top } = plot.cursor;
    near = null;
    let least = 24 ** 2;
    if (left >= 0) for (const point of points.filter(point => isShown(plot, point))) {
      const far = (plot.valToPos(point.at, "x") - left) ** 2 + (plot.valToPos(point.value, "y") - top) ** 2;
      if (far < least) [least, near] = [far, point];
    }
    tip.hidden = near === null;
    plot.over.classList.toggle("near", near !== null);
    if (near === null) return;
    tip.textContent = `${near.period}  ${near.text}\n${near.source}\n${place.dataset.hint}`;
    const x = plot.valToPos(near.at, "x"), y = plot.valToPos(near.value, "y");
    tip.style.left = `${Math.max(0, Math.min(x + 14, plot.over.clientWidth - tip.offsetWidth))}px`;
    tip.style.top = `${y > tip.offsetHeight + 16 ? y - tip.offsetHeight - 12 : y + 14}px`;
  };

  const lows = points.map(point => point.low ?? point.value), highs = points.map(point => point.high ?? point.value);
  const range = (() => {
    let [low, high] = [Math.min(...lows, ...points.map(p => p.value)), Math.max(...highs, ...points.map(p => p.value))];
    const room = (high - low || Math.abs(high) || 1) * 0.12;
    // A series that comes near nothing is shown down to nothing.
    if (low > 0 && low < high * 0.4) low = 0; else low -= room;
    return [low, high + room];
  })();
  const year = 365 * 86400;
  const onlyYears = points.every(point => point.shape === "Year");
  // Ticks stand where years, quarters and months begin, as many as have room.
  const splits = (_, __, from, to) => {
    const room = place.clientWidth - 110, months = (to - from) / (year / 12);
    const step = (onlyYears ? [12, 24, 60, 120] : [1, 3, 6, 12, 24, 60, 120]).find(step => months / step * (step < 12 ? 72 : 48) <= room) ?? 240;
    const begin = new Date(from * 1000), ticks = [];
    for (let month = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step; ; month += step) {
      const tick = Date.UTC(Math.floor(month / 12), month % 12) / 1000;
      if (tick > to) return ticks;
      if (tick >= from) ticks.push(tick);
    }
  };
  const tickText = (_, ticks) => {
    const whole = ticks.every(tick => new Date(tick * 1000).getUTCMonth() === 0);
    return ticks.map(tick => new Date(tick * 1000).toISOString()).map(day => day.slice(0, whole ? 4 : 7));
  };
  const [first, last] = [points[0].at, points[points.length - 1].at];
  const margin = Math.max((last - first) * 0.04, 20 * 86400);
  const size = () => ({ width: place.clientWidth - 26, height: Math.round(Math.min(380, Math.max(240, place.clientWidth * 0.42))) });

  let plot;
  const draw = () => {
    plot?.destroy();
    const axis = { stroke: colour("--ink-soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") }, font: "13px system-ui, sans-serif" };
    plot = new uPlot({
      ...size(),
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { show: shapes.length > 1, live: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: { x: { time: true, range: [first - margin, last + margin] }, y: { range } },
      axes: [
        { ...axis, splits, values: tickText },
        { ...axis, label: unit, labelFont: "13px system-ui, sans-serif", size: 64, values: (_, ticks) => ticks.map(tick => tick.toLocaleString("en")) },
      ],
      series: [{}, ...shapes.map((shape, index) => ({
        label: shape.shapeName, stroke: colour(inks[index % inks.length]), width: 1.5, dash: dashes[index % dashes.length], spanGaps: true, points: { show: false },
      }))],
      hooks: { draw: [whiskers], setCursor: [find] },
    }, data, place);
    plot.over.append(tip);
    plot.over.addEventListener("click", () => { if (near) location.href = near.link; });
    plot.ctx.canvas.setAttribute("role", "img");
    plot.ctx.canvas.setAttribute("aria-label", place.dataset.label);
    place.append(place.querySelector("figcaption"));
  };
  draw();
  addEventListener("resize", () => plot.setSize(size()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("print").addEventListener("change", draw);
})();
