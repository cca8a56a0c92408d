// Starts a worker of the researcher's page: the page's own program once more, which sees that it is in a worker and
// opens files there. The first message says where the page's script is, and brings its WebAssembly compiled.
//
// The program takes the messages that come after it has told that it runs. What fails is thrown where the page hears of
// it: the page then opens the files itself.
self.onmessage = ({ data: { script, code } }) => {
  self.onmessage = null;
  import(script)
    .then((page) => page.default({ module_or_path: code }))
    .catch((reason) => {
      setTimeout(() => {
        throw reason;
      });
    });
};
