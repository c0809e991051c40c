/** Draws into a container and answers how to take it away again. */
type Mount<Link> = (container: HTMLElement, link: Link) => () => void;

/** Makes a view bring its style along, and take it away again. The container has to stand in a shadow root. */
export function withStyle<Link>(style: string, mount: Mount<Link>): Mount<Link> {
  return (container, link) => {
    const sheet = container.ownerDocument.createElement('style');
    sheet.textContent = style;
    container.append(sheet);
    const unmount = mount(container, link);
    return () => {
      unmount();
      sheet.remove();
    };
  };
}
