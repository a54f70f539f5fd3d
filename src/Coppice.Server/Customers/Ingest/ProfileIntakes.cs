using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins sendings of profiles; without a time they hold from now on.</summary>
public sealed class ProfileIntakes(ProfileStore profiles, TimeProvider time) : IIntakes
{
    public IngestKind Kind => IngestKind.Profiles;

    public Intake Begin(IntakeOptions options) => new ProfileIntake(profiles, options, time);

    private sealed class ProfileIntake(ProfileStore profiles, IntakeOptions options, TimeProvider time)
        : Intake(IngestKind.Profiles, TableContent.Profiles, options, time)
    {
        private bool _dated;

        public override void Begin(TableImport table) => _dated = table.Mapping[ColumnRole.Time] is not null;

        public override string UseOf(string column) => "attribute";

        public override IngestChunk NewChunk() => new ProfileChunk(this, profiles, row => _dated ? row.NeededTime(ColumnRole.Time, Now) : Began);
    }
}
