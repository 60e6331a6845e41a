// biome-ignore lint/performance/noBarrelFile: most folders know the protocol by its types alone, and its page needs the guards too.
export { isList, isObject, isRecord, isTexts } from '../../protocol/jsonKinds';
