import { Link } from '@tanstack/react-router';
import { usePages } from './pages.ts';

/** The pages this person may open. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  return usePages().map(({ label, ...to }) => (
    <Link key={to.to} {...to} onClick={onGo} className="nav-link">
      {label}
    </Link>
  ));
}
