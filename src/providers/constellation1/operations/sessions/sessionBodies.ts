import * as z from 'zod';
import { sessionId, userName } from '../fields';
import { newSession, sessionUpdate } from './sessionFields';

export const createSessionBody = z.object({ userName, session: newSession });

export const updateSessionBody = z.object({ username: userName, session: sessionUpdate });

export const sessionPath = z.object({ sessionId });

export const startPath = z.object({ signingSessionId: sessionId });
