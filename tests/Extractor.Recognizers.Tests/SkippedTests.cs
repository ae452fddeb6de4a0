#if !MICROSOFT_RECOGNIZERS
namespace Extractor.Recognizers.Tests;

public sealed class SkippedTests
{
    [Fact]
    public void The_second_recognizer() =>
        Assert.Skip("All tests of this project: built without Microsoft.Recognizers.Text. Build with -p:MicrosoftRecognizers=true to run them.");
}
#endif
