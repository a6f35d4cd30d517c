import type { Call } from '../command.ts';
import type { Edit } from '../ports/changes.ts';
import { encode } from './records.ts';

/** Puts what came with a command beside an answer. @param key of the entry's text: `<language>/<id>` */
export const attachmentEdits = ({ attachment, community }: Call, key: string): readonly Edit[] =>
  attachment === undefined
    ? []
    : [{ community: community.id, kind: 'attachment', key, after: encode('attachment', attachment) }];
