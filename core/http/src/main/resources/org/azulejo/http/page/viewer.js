/* Shows one layer. What it needs to know stands in the page, as data of the map's element. */
(function () {
  'use strict';

  const element = document.getElementById('map');
  const layer = JSON.parse(element.dataset.layer);
  const choice = document.getElementById('format');
  const message = document.getElementById('message');
  const geographic = layer.srs.includes('+proj=longlat');
  const projection = ol.proj.get(geographic ? 'EPSG:4326' : 'EPSG:3857');
  const readers = {
    topojson: ol.format.TopoJSON,
    arcjson: ol.format.EsriJSON,
  };

  function say(text) {
    message.textContent = text;
  }

  /* Tiles halve the world at each zoom; plain degrees begin with two side by side. */
  function grid() {
    const extent = projection.getExtent();
    const widest = ol.extent.getWidth(extent) / (geographic ? 512 : 256);
    const resolutions = [];
    for (let zoom = 0; zoom <= layer.maxzoom; zoom++) {
      resolutions.push(widest / Math.pow(2, zoom));
    }
    return new ol.tilegrid.TileGrid({
      extent: extent,
      origin: ol.extent.getTopLeft(extent),
      resolutions: resolutions,
      minZoom: layer.minzoom,
      tileSize: 256,
    });
  }

  function extent() {
    return ol.proj.transformExtent(layer.bounds, 'EPSG:4326', projection);
  }

  /* What lets whoever looks at this page have tiles that not everybody may have. */
  function credentials() {
    const given = new URLSearchParams(window.location.search);
    const kept = new URLSearchParams();
    ['key', 'expires', 'signature']
      .filter((name) => given.has(name))
      .forEach((name) => kept.set(name, given.get(name)));
    const query = kept.toString();
    return query === '' ? '' : '?' + query;
  }

  function pictures(format) {
    const doubled = layer.scales && window.devicePixelRatio > 1;
    const suffix = doubled ? '@2x.' : '.';
    return new ol.layer.Tile({
      extent: extent(),
      source: new ol.source.XYZ({
        projection: projection,
        tileGrid: grid(),
        tilePixelRatio: (layer.tileSize / 256) * (doubled ? 2 : 1),
        url: '{z}/{x}/{y}' + suffix + format.extension + credentials(),
      }),
    });
  }

  function features(format, options) {
    return new ol.layer.VectorTile({
      declutter: true,
      extent: extent(),
      style: paint,
      source: new ol.source.VectorTile(Object.assign({
        projection: projection,
        tileGrid: grid(),
        url: '{z}/{x}/{y}.' + format.extension + credentials(),
      }, options)),
    });
  }

  /* Tiles of features as text: OpenLayers knows the formats, but not where ours have which units. */
  function texts(format) {
    const reader = new (readers[format.extension] || ol.format.GeoJSON)();
    return features(format, {
      format: reader,
      tileLoadFunction: function (tile, url) {
        tile.setLoader(function () {
          fetch(url)
            .then((answer) => (answer.ok ? answer.json() : null))
            .then((data) => tile.setFeatures(data ? read(reader, data) : []))
            .catch((problem) => { say(String(problem)); tile.setFeatures([]); });
        });
      },
    });
  }

  function read(reader, data) {
    if (data.grid) {
      say('These are grids for interaction; there is nothing to draw.');
      return [];
    }
    const found = reader.readFeatures(data);
    const projected = found.some((feature) => reachesBeyondDegrees(feature.getGeometry()));
    if (!projected && !geographic) {
      found.forEach((f) => f.getGeometry() && f.getGeometry().transform('EPSG:4326', projection));
    }
    return found;
  }

  function reachesBeyondDegrees(geometry) {
    return geometry && geometry.getExtent().some((ordinate) => Math.abs(ordinate) > 400);
  }

  /* Each layer within a tile has a colour of its own, made of its name. */
  function paint(feature) {
    const name = String(feature.get('layer') || '');
    let hue = 205;
    for (const letter of name) {
      hue = (hue * 31 + letter.codePointAt(0)) % 360;
    }
    const line = 'hsl(' + hue + ', 65%, 40%)';
    const area = 'hsla(' + hue + ', 65%, 50%, 0.25)';
    return new ol.style.Style({
      fill: new ol.style.Fill({ color: area }),
      stroke: new ol.style.Stroke({ color: line, width: 1.25 }),
      image: new ol.style.Circle({
        radius: 4,
        fill: new ol.style.Fill({ color: area }),
        stroke: new ol.style.Stroke({ color: line, width: 1.25 }),
      }),
    });
  }

  function isVectorTile(format) {
    return /mapbox-vector-tile|x-protobuf/.test(format.mediaType);
  }

  function shown(format) {
    if (format.mediaType.startsWith('image/')) {
      return pictures(format);
    }
    if (isVectorTile(format)) {
      return features(format, { format: new ol.format.MVT() });
    }
    return format.mediaType.includes('json') ? texts(format) : null;
  }

  function show(extension) {
    const format = layer.formats.find((each) => each.extension === extension);
    const drawn = format ? shown(format) : null;
    map.setLayers(drawn ? [drawn] : []);
    say(drawn ? layer.notice : layer.notice || 'This viewer cannot draw .' + extension + ' tiles.');
    if (drawn) {
      drawn.getSource().on('tileloaderror', () => say('Some tiles could not be had.'));
    }
  }

  /* zoom/latitude/longitude, as many viewers have it. */
  function place() {
    const parts = location.hash.slice(1).split('/').map(Number);
    const usable = parts.length === 3 && parts.every(Number.isFinite);
    const [zoom, latitude, longitude] = usable
      ? parts : [layer.zoom, layer.latitude, layer.longitude];
    return { zoom: zoom, center: ol.proj.fromLonLat([longitude, latitude], projection) };
  }

  function tellPlace() {
    const [longitude, latitude] = ol.proj.toLonLat(map.getView().getCenter(), projection);
    const zoom = Math.round(map.getView().getZoom() * 100) / 100;
    const text = [zoom, latitude.toFixed(5), longitude.toFixed(5)].join('/');
    history.replaceState(null, '', '#' + text);
    document.getElementById('position').textContent = text;
  }

  function tellFeature(event) {
    const feature = map.forEachFeatureAtPixel(event.pixel, (each) => each, { hitTolerance: 4 });
    if (feature) {
      const properties = Object.assign({}, feature.getProperties());
      delete properties.geometry;
      say(JSON.stringify(properties));
    }
  }

  /* Attributions come from data files: of their HTML, texts and links to web pages are kept. */
  function attribute(html) {
    const target = document.getElementById('attribution');
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    (function copy(from) {
      for (const node of from.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) {
          target.append(node.data);
        } else if (node.nodeName === 'A' && /^https?:/.test(node.href)) {
          const link = document.createElement('a');
          link.href = node.href;
          link.rel = 'noopener';
          link.textContent = node.textContent;
          target.append(link);
        } else if (node.nodeName !== 'SCRIPT' && node.nodeName !== 'STYLE') {
          copy(node);
        }
      }
    })(parsed.body);
  }

  const map = new ol.Map({
    target: element,
    controls: ol.control.defaults.defaults({ attribution: false }),
    view: new ol.View(Object.assign({
      projection: projection,
      maxZoom: layer.maxzoom + 3,
      maxResolution: ol.extent.getWidth(projection.getExtent()) / (geographic ? 512 : 256),
    }, place())),
  });
  map.on('moveend', tellPlace);
  map.on('click', tellFeature);
  window.addEventListener('hashchange', () => map.getView().setProperties(place()));
  for (const format of layer.formats) {
    choice.add(new Option(format.extension, format.extension));
  }
  choice.value = layer.extension;
  choice.addEventListener('change', () => show(choice.value));
  attribute(layer.attribution);
  show(choice.value || layer.extension);
})();
