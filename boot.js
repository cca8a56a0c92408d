// Starts a page: loads the two files that its head names and hands over.
//
// It is a file of its own because the page's policy allows no inline script. The page's plain text stands until then
// and says how to take part without it; when anything fails (an old browser, a broken connection) it stays, and its
// heading says so.
const address = (id) => document.getElementById(id).href;

import(address("page-script"))
  .then((page) => page.default({ module_or_path: address("page-code") }))
  .catch((reason) => {
    const plain = document.getElementById("cannot-start");
    if (plain) {
      plain.hidden = false;
      document.getElementById("loading").hidden = true;
      document.querySelectorAll(".if-it-stays").forEach((element) => element.remove());
    }
    throw reason;
  });
