/** The kernel's picture in launchers: the curve of GELU between the axes, in the colours of a cell. */
export const LOGO: string =
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">
<rect width="64" height="64" rx="12" fill="#1b4b7a"/>
<path d="M8 44H56M32 8V56" stroke="#7fa8d0" stroke-width="2" fill="none"/>
<path d="M8 44.2C16 44.6 22 47.6 27 47.6C33 47.6 36 39 41 30C46 21.4 50 15 54 8" stroke="#ffd166" stroke-width="5" stroke-linecap="round" fill="none"/>
</svg>
`;
