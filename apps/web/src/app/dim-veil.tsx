import { useDim } from './dim.ts';

/** A veil over everything that lets touches through: darker than the screen's own dimming goes. */
export function DimVeil() {
  const darker = useDim();
  return darker === 0 ? null : <div className="dim-veil" style={{ opacity: darker / 100 }} aria-hidden />;
}
