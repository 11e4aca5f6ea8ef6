/** Returns the folder of a file: `apps/users.yaml` → `apps`. An empty string for a file beside the template. */
export function folderOf(file: string): string {
  const path = file.replace(/^(?:\.\/)+/, '');
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Returns a path that is relative to a folder, as one that is relative to the folder around it. */
export function inFolder(folder: string, path: string): string {
  if (folder === '' || path.startsWith('/')) return path;
  return path === '' ? folder : `${folder}/${path.replace(/^(?:\.\/)+/, '')}`;
}
