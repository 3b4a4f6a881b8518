'use strict';
(function () {
  const csrf = document.querySelector('meta[name=csrf]').content;

  function duration(seconds) {
    if (seconds <= 0) {
      return '-';
    }
    return seconds < 1 ? Math.max(1, Math.round(seconds * 1000)) + ' ms' : seconds.toFixed(1) + ' s';
  }

  function size(bytes) {
    const unit = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
    return unit === 0 ? bytes + ' B' : (bytes / 2 ** (10 * unit)).toFixed(1) + ' ' + 'BKMGT'[unit] + 'iB';
  }

  const words = { p50: duration, p99: duration, cacheBytes: size };

  function show(place, figures) {
    place.querySelectorAll('[data-figure]').forEach(function (element) {
      const key = element.dataset.figure;
      if (key in figures) {
        element.textContent = key in words ? words[key](figures[key]) : figures[key];
      }
    });
    if (figures.state) {
      place.classList.remove('active', 'waiting', 'failed');
      place.classList.add(figures.state);
    }
  }

  function showAll(all) {
    const server = document.querySelector('[data-server]');
    if (server && all.server) {
      show(server, all.server);
    }
    const byName = new Map(all.layers.map(function (layer) { return [layer.name, layer]; }));
    document.querySelectorAll('[data-layer]').forEach(function (place) {
      const figures = byName.get(place.dataset.layer);
      if (figures) {
        show(place, figures);
      }
    });
  }

  /* The chart: what came between two looks at the sums. */
  const MOST_POINTS = 120;
  const chart = document.getElementById('chart');
  const points = [];
  let last = null;

  function line(kind, values, highest) {
    const polyline = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
    polyline.setAttribute('class', kind);
    polyline.setAttribute('points', values.map(function (value, i) {
      const x = 600 - (values.length - 1 - i) * 600 / (Math.max(30, values.length) - 1);
      return x.toFixed(1) + ',' + (116 - 112 * value / highest).toFixed(1);
    }).join(' '));
    return polyline;
  }

  function draw(totals) {
    const now = performance.now() / 1000;
    if (last && totals.requests >= last.totals.requests) {
      const requests = totals.requests - last.totals.requests;
      const hits = totals.hits - last.totals.hits;
      const before = points.length ? points[points.length - 1].hitrate : 0;
      points.push({
        rate: requests / (now - last.now),
        hitrate: requests ? hits / requests : before,
      });
      if (points.length > MOST_POINTS) {
        points.shift();
      }
      const rates = points.map(function (point) { return point.rate; });
      const hitrates = points.map(function (point) { return point.hitrate; });
      chart.querySelector('svg').replaceChildren(
        line('rate', rates, Math.max(1, Math.max.apply(null, rates))),
        line('hitrate', hitrates, 1));
      document.getElementById('rate').textContent = rates[rates.length - 1].toFixed(1);
      document.getElementById('hitrate').textContent = requests
        ? Math.round(100 * hits / requests) + ' %' : '-';
      document.getElementById('span').textContent =
        'highest: ' + Math.max.apply(null, rates).toFixed(1) + ' a second';
      chart.hidden = false;
    }
    last = { now: now, totals: totals };
  }

  async function look() {
    const layer = document.querySelector('div[data-layer]');
    const query = new URLSearchParams(chart
      ? { find: chart.dataset.find, most: chart.dataset.most }
      : { find: layer.dataset.layer, most: 200 });
    try {
      const answer = await fetch('api/figures?' + query);
      if (answer.status === 401) {
        return;
      }
      if (answer.ok) {
        const figures = await answer.json();
        showAll(figures);
        if (chart) {
          draw(figures.totals);
        }
      }
    } catch (e) {
      // The server restarts, perhaps: look again later.
    }
    setTimeout(look, document.hidden ? 10000 : 2000);
  }

  if (chart || document.querySelector('div[data-layer]')) {
    look();
  }

  /* A plug-in that is chosen shows its keys at once. */
  document.querySelectorAll('[data-choose]').forEach(function (select) {
    const button = select.parentElement.querySelector('button');
    button.hidden = true;
    select.addEventListener('change', function () {
      sessionStorage.setItem('chosen', select.id);
      select.form.requestSubmit(button);
    });
  });
  const chosen = document.getElementById(sessionStorage.getItem('chosen') || '');
  sessionStorage.removeItem('chosen');
  if (chosen) {
    chosen.focus();
    chosen.scrollIntoView({ block: 'center' });
  }

  /* An upload that shows how far it is. */
  const upload = document.getElementById('upload');
  if (upload) {
    upload.addEventListener('submit', function (event) {
      event.preventDefault();
      const bar = upload.querySelector('progress');
      const problem = upload.querySelector('.problem');
      const button = upload.querySelector('button');
      const request = new XMLHttpRequest();
      const end = function (sentence) {
        bar.hidden = true;
        button.disabled = false;
        problem.textContent = sentence;
        problem.hidden = false;
      };
      request.open('POST', 'api/plugins');
      request.setRequestHeader('X-CSRF-Token', csrf);
      request.setRequestHeader('Content-Type', 'application/java-archive');
      request.upload.onprogress = function (e) {
        if (e.lengthComputable) {
          bar.value = e.loaded / e.total;
        }
      };
      request.onload = function () {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch (e) {
          // Said below.
        }
        if (request.status === 202) {
          location.href = 'job?id=' + encodeURIComponent(answer.id);
        } else {
          end(answer.error || 'The server answered ' + request.status + '.');
        }
      };
      request.onerror = function () { end('The server could not be reached.'); };
      bar.hidden = false;
      problem.hidden = true;
      button.disabled = true;
      request.send(upload.querySelector('input[type=file]').files[0]);
    });
  }
})();
