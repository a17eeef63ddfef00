import { Blank } from '../ui/blank.tsx'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'

/** For an address that no page has. */
export function UnknownPage() {
  const { unknownPage } = useMessages()
  return (
    <Blank title={unknownPage.title} explain={unknownPage.explain}>
      <Link to="/">{unknownPage.back}</Link>
    </Blank>
  )
}
