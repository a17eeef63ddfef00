/** Endings of the files that offices keep as evidence; what a file really is, the server tells by its bytes. */
export const acceptedEndings = [
  '.png', '.jpg', '.jpeg', '.gif', '.webp', '.bmp', '.heic', '.tif', '.tiff', '.pdf', '.ofd', '.txt', '.csv', '.md', '.html', '.htm', '.svg', '.eml',
  '.doc', '.docx', '.xls', '.xlsx', '.ppt', '.pptx', '.wps', '.et', '.dps', '.rtf', '.zip', '.mp3', '.m4a', '.wav', '.mp4', '.mov',
].join(',')
