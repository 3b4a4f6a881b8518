/* A picture that cannot be had makes room for its text. Loaded before the first is asked for. */
document.addEventListener('error', function (event) {
  if (event.target instanceof HTMLImageElement) {
    event.target.replaceWith(event.target.alt);
  }
}, true);
