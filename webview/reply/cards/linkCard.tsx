import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { LinkCard as LinkModel } from '../../../src/protocol/reply';
import { Chip } from '../../ui/chip';
import { Button } from '../../ui/controls/button';
import { Icon } from '../../ui/icon';
import { formatRemaining } from '../format';
import { QrCode } from './qrCode';

export interface LinkCardProps {
  readonly link: LinkModel;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onSign: () => void;
  readonly onEmbed: () => void;
  /** Makes the call again that made the link. */
  readonly onRenew: () => void;
}

/** A signing link, or one to another page of the API. One that is over can still be opened: what its page says is worth testing too. */
export function LinkCard({ link, onOpen, onCopy, onSign, onEmbed, onRenew }: LinkCardProps) {
  const [isRevealed, setRevealed] = useState(false);
  const remaining = useRemaining(link.expiresAt);
  const name = nameOf(link);
  const expired = link.expiresAt !== undefined && remaining === undefined;
  const isOver = expired || link.isUsed;
  const renew = (
    <Button
      key="renew"
      primary={isOver}
      onClick={onRenew}
      icon="replay"
      label={t('Make a new one: {0}', name)}
      action="renewLink"
    >
      {t('Make a new one')}
    </Button>
  );
  return (
    <li class={isOver ? 'link-card link-expired' : 'link-card'}>
      <div class="link-about">
        <p class="link-recipient">
          <Icon name={link.opens === undefined ? 'person' : 'openExternal'} />
          <span>{link.recipient ?? link.opens ?? t('Signing link')}</span>
        </p>
        <p class={isRevealed ? 'link-address link-revealed' : 'link-address'}>
          {isRevealed ? link.url : `${link.host}/…`}
        </p>
        <Facts link={link} remaining={remaining} isExpired={expired} />
      </div>
      <div class="link-actions">
        {isOver && renew}
        <Button primary={!isOver} onClick={onOpen} icon="openExternal" label={t('Open {0}', name)} action="openLink">
          {t('Open')}
        </Button>
        <CopyButton name={name} onCopy={onCopy} />
        {!isOver && wearsOut(link) && renew}
        <Button
          onClick={() => setRevealed(!isRevealed)}
          icon="eye"
          label={isRevealed ? t('Hide {0} and its QR code', name) : t('Reveal {0} and its QR code', name)}
          action="revealLink"
        >
          {isRevealed ? t('Hide') : t('Reveal')}
        </Button>
        {link.opens === undefined && (
          <Button onClick={onEmbed} icon="beside" label={t('Embed {0}', name)} action="embedLink">
            {t('Embed')}
          </Button>
        )}
        {link.isEmulated && link.opens === undefined && (
          <Button onClick={onSign} icon="edit" label={t('Sign as… the recipient of the {0}', name)} action="signByLink">
            {t('Sign as…')}
          </Button>
        )}
      </div>
      {isRevealed && <LinkCode link={link} name={name} />}
    </li>
  );
}

interface FactsProps {
  readonly link: LinkModel;
  readonly remaining: string | undefined;
  readonly isExpired: boolean;
}

function Facts({ link, remaining, isExpired }: FactsProps) {
  return (
    <p class="link-facts">
      {link.isUsed && <Chip tone="neutral">{t('Used')}</Chip>}
      {!link.isUsed && isExpired && (
        <Chip tone="bad" icon="clock">
          {t('Expired')}
        </Chip>
      )}
      {!link.isUsed && remaining !== undefined && (
        <Chip tone="neutral" icon="clock">
          <span role="timer">{t('Expires in {0}', remaining)}</span>
        </Chip>
      )}
      {link.singleUse && <Chip tone="neutral">{t('Single use')}</Chip>}
    </p>
  );
}

/** What ends by itself is made again by the call that made it. */
function wearsOut({ expiresAt, singleUse }: LinkModel): boolean {
  return expiresAt !== undefined || singleUse;
}

function LinkCode({ link, name }: { readonly link: LinkModel; readonly name: string }) {
  return (
    <div class="link-code">
      <QrCode text={link.url} label={t('QR code of {0}', name)} />
      <p class="quiet">
        {link.isEmulated
          ? t(
              'Scan it with a phone. The emulator listens on this machine alone: forward its port to reach it from elsewhere.',
            )
          : t('Scan it with a phone to sign there.')}
      </p>
    </div>
  );
}

function nameOf({ recipient, opens }: LinkModel): string {
  if (opens !== undefined) return t('link: {0}', opens);
  return recipient === undefined ? t('signing link') : t('signing link of {0}', recipient);
}

function CopyButton({ name, onCopy }: { readonly name: string; readonly onCopy: () => void }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    onCopy();
    setCopied(true);
  };
  return (
    <>
      <Button
        onClick={copy}
        icon={copied ? 'check' : 'copy'}
        label={copied ? t('Copied {0}', name) : t('Copy {0}', name)}
        action="copyLink"
      >
        {copied ? t('Copied') : t('Copy')}
      </Button>
      <span class="visually-hidden" role="status">
        {copied ? t('Link copied') : ''}
      </span>
    </>
  );
}

/** The time left until then, kept current; undefined when it is over or not known. */
function useRemaining(expiresAt: string | undefined): string | undefined {
  const end = expiresAt === undefined ? Number.NaN : Date.parse(expiresAt);
  const [now, setNow] = useState(() => Date.now());
  const over = !(end > now);
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [over, end]);
  return over ? undefined : formatRemaining(end - now);
}
