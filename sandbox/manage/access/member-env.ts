/** What signing in leaves behind for the endpoints. */
export interface MemberEnv {
  readonly Variables: {
    /** The identifier of the member, under whose name writes appear. */
    member: string;
  };
}
