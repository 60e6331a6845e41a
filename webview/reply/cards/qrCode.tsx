import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';

/** Modules around it that stay white, as readers want it. */
const border = 4;

/** A text to be scanned. What draws it is loaded with the first one. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [code, setCode] = useState<{ readonly size: number; readonly outline: string } | 'tooLong'>();
  useEffect(() => {
    let isGone = false;
    void import('uqr').then(({ encode }) => {
      if (!isGone) setCode(drawn(() => encode(text, { border: 0 })));
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  if (code === 'tooLong') return <p class="quiet">{t('The link is too long for a QR code.')}</p>;
  const side = (code?.size ?? 0) + 2 * border;
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <path fill="#000" d={code?.outline} />
    </svg>
  );
}

function drawn(encode: () => { readonly size: number; readonly data: readonly (readonly boolean[])[] }) {
  try {
    const { size, data } = encode();
    const squares = data.flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x + border} ${y + border}h1v1h-1z` : '')),
    );
    return { size, outline: squares.join('') };
  } catch {
    // The library's own word for a text that no code has room for is an exception.
    return 'tooLong' as const;
  }
}
