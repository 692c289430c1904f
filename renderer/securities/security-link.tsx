/** A security's name that leads to its page. */
import { goTo, hashOf, type Route } from '../shell/routes.ts';
import classes from './securities.module.css';
import { useSecurityName } from './use-securities.ts';

export function SecurityLink({ securityId }: { securityId: string }) {
  const nameOf = useSecurityName();
  const route: Route = { screen: 'security', securityId };
  return (
    <a
      className={classes.link}
      href={hashOf(route)}
      onClick={(event) => {
        event.preventDefault();
        goTo(route);
      }}
    >
      {nameOf(securityId)}
    </a>
  );
}
