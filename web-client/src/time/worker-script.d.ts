/** Vite builds the script of a worker, and gives its address. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
