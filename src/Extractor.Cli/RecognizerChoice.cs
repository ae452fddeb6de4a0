using Extractor.Core.Documents;
using Extractor.Core.Quantities;

namespace Extractor.Cli;

/// <summary>The recognizers that this program was built with, by the names that options use.</summary>
static class RecognizerChoice
{
    public const string Names = "built-in|microsoft";

    public static bool HasMicrosoft =>
#if MICROSOFT_RECOGNIZERS
        true;
#else
        false;
#endif

    public static Func<DocumentFacts, IQuantityRecognizer> Open(string name) => name switch
    {
        "built-in" => facts => new BuiltInQuantities(facts),
        "microsoft" when Microsoft("--recognizer microsoft") is var recognizer => _ => recognizer,
        _ => throw new CliException(ExitCode.Usage, $"--recognizer {name}: not built-in or microsoft"),
    };

    /// <exception cref="CliException">The program was built without it.</exception>
    public static IQuantityRecognizer Microsoft(string option) =>
#if MICROSOFT_RECOGNIZERS
        new Extractor.Recognizers.MicrosoftQuantities();
#else
        throw new CliException(
            ExitCode.Usage, $"{option}: this program was built without Microsoft.Recognizers.Text; build it with: dotnet build src/Extractor.Cli -c Release -p:MicrosoftRecognizers=true");
#endif
}
