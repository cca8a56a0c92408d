// For browsers that know no modules: they never run boot.js, so this says at once what the page would say after a
// moment. Written in the JavaScript of 1999, because that is who reads it.
(function () {
  var heading = document.getElementById("loading");
  var wait = document.getElementById("wait");
  var texts = document.getElementsByTagName("div");
  var at;
  if (!heading) return;
  heading.firstChild.nodeValue = heading.getAttribute("data-old");
  if (wait) wait.parentNode.removeChild(wait);
  for (at = 0; at < texts.length; at++) {
    if (texts[at].className === "if-it-stays") texts[at].className = "";
  }
})();
