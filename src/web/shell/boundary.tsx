import { Component, type ReactNode } from 'react'
import { Failure } from '../ui/failure.tsx'

/** Catches what a page throws while it is drawn; React offers this only to classes. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Failure error={this.state.error} retry={() => location.reload()} />
  }
}
