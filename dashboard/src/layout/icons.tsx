import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" display="block">
      {children}
    </svg>
  );
}

export const Sun = () => <Icon><circle cx="10" cy="10" r="3.5" /><path d="M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1" /></Icon>;
export const Moon = () => <Icon><path d="M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3z" /></Icon>;
export const Auto = () => <Icon><circle cx="10" cy="10" r="6.5" /><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /></Icon>;
export const Overview = () => <Icon><path d="M3 11.5 6 8l3 3 4-5 4 4.5" /><path d="M3 16.5h14" /></Icon>;
export const Runs = () => <Icon><path d="M16.5 10a6.5 6.5 0 1 1-2-4.7" /><path d="M16.5 3.5v3h-3" /></Icon>;
export const Upload = () => <Icon><path d="M10 13V4M6.5 7 10 3.5 13.5 7" /><path d="M3.5 13v3.5h13V13" /></Icon>;
export const Drift = () => <Icon><path d="M2.5 15c4 0 3-9 7-9s3 9 8 9" /><path d="M11 3.5h5.5V9" opacity=".6" /></Icon>;
export const Data = () => <Icon><ellipse cx="10" cy="5" rx="6" ry="2.2" /><path d="M4 5v10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2" /></Icon>;
export const Customers = () => <Icon><circle cx="7.5" cy="7" r="3" /><path d="M2.5 16.5c0-3 2-5 5-5s5 2 5 5M13 4.3a3 3 0 0 1 0 5.4M14.5 11.8c1.9.6 3 2.4 3 4.7" /></Icon>;
export const Alerts = () => <Icon><path d="M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13z" /><path d="M8.5 17.5h3" /></Icon>;
export const Audit = () => <Icon><path d="M5 2.5h7l3.5 3.5v11.5H5z" /><path d="M8 9h5M8 12h5M8 15h3" /></Icon>;
export const Settings = () => <Icon><path d="M3 6h8M15 6h2M3 14h2M9 14h8" /><circle cx="13" cy="6" r="2" /><circle cx="7" cy="14" r="2" /></Icon>;
