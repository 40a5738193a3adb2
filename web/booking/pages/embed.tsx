export default function EmbedPage() {
  return null;
}
