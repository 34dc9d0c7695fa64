const kept = 500;

// What each SDK takes for a receipt; anything else is queued and sent again.
const receipts = {countly: {result: 'Success'}, mixpanel: {status: 1, error: null}};

/** The stub every vendor reports to: answers "received" and remembers that it was asked. */
export function collector() {
  let hits = [];

  return {
    receive(request, response, path) {
      let size = 0;
      request.on('data', (chunk) => (size += chunk.length));
      request.on('end', () => {
        const vendor = path.split('/')[2];
        hits.push({time: Date.now(), vendor, method: request.method, path, size});
        hits = hits.slice(-kept);
        response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'});
        response.end(JSON.stringify(receipts[vendor] ?? {}));
      });
    },
    report(_request, response) {
      response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'});
      response.end(JSON.stringify({events: hits}));
    },
    clear() {
      hits = [];
    },
  };
}
