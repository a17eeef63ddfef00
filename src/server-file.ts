/** What a running server leaves in its data folder, readable only by whoever started it: address, token, process. */
export const serverFile = 'server.json'
