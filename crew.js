// Starts a worker of the researcher's page: the page's own program once more, which sees that it is in a worker and
// serves there. The first message brings its WebAssembly, compiled, and says where the page's script is; `single.js`,
// which is put together with that script, takes its steps from here.
//
// The program takes the messages that come after it has told that it runs. What fails is thrown where the page hears of
// it: the page then does the work itself.

/** `load` gives the page's script, by what the first message says. */
export function serve(load) {
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    load(data)
      .then((page) => page.default({ module_or_path: data.code }))
      .catch((reason) => {
        setTimeout(() => {
          throw reason;
        });
      });
  };
}

if (!self.document) serve(({ script }) => import(script));
