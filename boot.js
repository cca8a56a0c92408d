// Starts a page: loads the two files that its head names and hands over.
//
// It is a file of its own because the page's policy allows no inline script. The page's plain text stands until then
// and says how to take part without it; when anything fails (an old browser, a broken connection) it stays, and its
// heading says so.
const address = (id) => document.getElementById(id).href;

import(address("page-script"))
  .then((page) => page.default({ module_or_path: address("page-code") }))
  .catch((reason) => {
    const heading = document.getElementById("loading");
    if (heading) heading.textContent = heading.dataset.failed;
    throw reason;
  });
